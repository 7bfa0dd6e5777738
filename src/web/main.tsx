import '@fontsource-variable/ibm-plex-sans/standard.css';
import './style/tokens.css';
import './style/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root to draw into');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
