import { type ReactNode, useCallback, useState } from 'react';
import { DocumentsPage } from './documents/documents-page.tsx';
import { EventsPage } from './events/events-page.tsx';
import { Page } from './parts/page.tsx';
import { PastePage } from './paste/paste-page.tsx';
import { DocumentPage } from './reader/document-page.tsx';
import { navigate, useAddress } from './router/address.ts';
import { Link } from './router/link.tsx';
import { documentsPath, parseRoute, type Route } from './router/route.ts';
import { HelpDialog } from './shell/help-dialog.tsx';
import { useKeys } from './shell/keys.ts';
import { Rail } from './shell/rail.tsx';
import './app.css';

function UnknownPage() {
  return (
    <Page title="No such page">
      <p>
        Nothing stands at this address. <Link to={documentsPath}>See the documents</Link>.
      </p>
    </Page>
  );
}

function pageOf(route: Route): ReactNode {
  switch (route.name) {
    case 'documents':
      return <DocumentsPage />;
    case 'document':
      return <DocumentPage key={route.id} id={route.id} />;
    case 'events':
      return <EventsPage />;
    case 'paste':
      return <PastePage />;
    case 'unknown':
      return <UnknownPage />;
  }
}

/** The workbench: rail, page, and what is the same on every page. */
export function App() {
  const { path } = useAddress();
  const route = parseRoute(path);
  const [help, setHelp] = useState(false);
  const closeHelp = useCallback(() => setHelp(false), []);
  useKeys({
    '?': () => setHelp(true),
    '/': (event) => {
      event.preventDefault();
      if (route.name !== 'documents') navigate(documentsPath);
      requestAnimationFrame(() => document.getElementById('search')?.focus());
    },
  });
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <Rail route={route} openHelp={() => setHelp(true)} />
      <main
        id="main"
        className={route.name === 'document' ? 'main main--full' : 'main'}
        tabIndex={-1}
      >
        {pageOf(route)}
      </main>
      <HelpDialog open={help} close={closeHelp} />
    </>
  );
}
