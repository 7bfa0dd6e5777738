import type { ReactNode } from 'react';

function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      className="icon"
      aria-hidden="true"
      focusable="false"
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}

export const DocumentsIcon = () => (
  <Icon>
    <path d="M5 2.75h7l3.25 3.25v11.25H5z" />
    <path d="M7.75 9h4.75M7.75 12h4.75" />
  </Icon>
);

export const EventsIcon = () => (
  <Icon>
    <path d="M2.5 10h15" />
    <path d="M5 10V6.5M8.25 10v5M11.5 10V4M14.75 10v3.5" strokeWidth="2" />
  </Icon>
);

export const PasteIcon = () => (
  <Icon>
    <path d="M7 4.25H4.25v13h11.5v-13H13" />
    <path d="M7.25 2.75h5.5v3h-5.5zM7.25 10h5.5M7.25 13h3" />
  </Icon>
);

export const ThemeIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="6.25" />
    <path d="M10 3.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor" />
  </Icon>
);

export const HelpIcon = () => (
  <Icon>
    <rect x="2.5" y="5" width="15" height="10" rx="1.5" />
    <path d="M5.5 8h.01M8.5 8h.01M11.5 8h.01M14.5 8h.01M6.75 12h6.5" />
  </Icon>
);

/** The mark: a walker with a pole on a rope that gives. */
export const Mark = () => (
  <svg
    aria-hidden="true"
    focusable="false"
    width="26"
    height="26"
    viewBox="0 0 26 26"
    fill="none"
    stroke="currentColor"
    strokeLinecap="round"
  >
    <path d="M1.5 18.5q11.5 5 23 0" strokeWidth="1.75" />
    <path d="M4.5 14 21.5 8.5M13 20.5V11" strokeWidth="1.75" />
    <circle cx="13" cy="5.75" r="2.25" fill="currentColor" stroke="none" />
  </svg>
);
