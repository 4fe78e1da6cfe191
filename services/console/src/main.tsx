import './theme/trusted-types.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './theme/base.css';
import { App } from './app.tsx';
import { giveStylesTheNonce } from './theme/nonce.ts';

giveStylesTheNonce();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
