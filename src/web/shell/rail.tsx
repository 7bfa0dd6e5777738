import { Link } from '../router/link.tsx';
import { documentsPath, eventsPath, pastePath, type Route } from '../router/route.ts';
import { DocumentsIcon, EventsIcon, HelpIcon, Mark, PasteIcon, ThemeIcon } from './icons.tsx';
import { useTheme } from './theme.ts';
import './rail.css';

const places = [
  {
    name: 'Documents',
    to: documentsPath,
    icon: <DocumentsIcon />,
    routes: ['documents', 'document'],
  },
  { name: 'Events', to: eventsPath, icon: <EventsIcon />, routes: ['events'] },
  { name: 'Paste a text', to: pastePath, icon: <PasteIcon />, routes: ['paste'] },
] as const;

const themeNames = { system: 'System', light: 'Light', dark: 'Dark' } as const;

interface RailProps {
  readonly route: Route;
  readonly openHelp: () => void;
}

/** Where one can go, beside the page; on a small screen under it. */
export function Rail({ route, openHelp }: RailProps) {
  const [theme, stepTheme] = useTheme();
  return (
    <header className="rail">
      <Link className="rail__name" to="/" aria-label="Tightrope, start page">
        <Mark />
        <span>Tightrope</span>
      </Link>
      <nav className="rail__places" aria-label="Workbench">
        <ul>
          {places.map((place) => {
            const here = (place.routes as readonly string[]).includes(route.name);
            return (
              <li key={place.to}>
                <Link
                  className="rail__place"
                  to={place.to}
                  aria-current={here ? 'page' : undefined}
                >
                  {place.icon}
                  <span>{place.name}</span>
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      <div className="rail__foot">
        <button
          type="button"
          className="rail__place"
          onClick={stepTheme}
          aria-label={`Colours: ${themeNames[theme]}. Change`}
        >
          <ThemeIcon />
          <span>{themeNames[theme]}</span>
        </button>
        <button
          type="button"
          className="rail__place"
          onClick={openHelp}
          aria-label="Keys and signs"
        >
          <HelpIcon />
          <span>Keys</span>
        </button>
      </div>
    </header>
  );
}
