import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Problem } from './api/call';
import { App } from './app/App';
import { keptTheme, showTheme } from './app/theme';
import { preferredLanguage } from './i18n/languages';
import { activate, LanguageProvider } from './i18n/messages';

const TRIES = 2;

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // What the API refuses it refuses again; what did not arrive may arrive.
      retry: (count, failure) => !(failure instanceof Problem && failure.status < 500) && count < TRIES,
    },
  },
});

// Before the browser paints: a box that was just ticked would show its old state for a moment otherwise.
notifyManager.setScheduler(queueMicrotask);
showTheme(keptTheme());
const root = document.getElementById('app');
if (!root) throw new Error('no place for the page');
const language = await activate(preferredLanguage());
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <LanguageProvider first={language}>
        <App />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
