import { askEarly } from './api/early';
import { fetchEarly } from './app/pages';
import { catalogueOf, preferredLanguage } from './i18n/languages';
import './styles/index.css';

// Small, and the first to run: what the page will need is asked for all at once, and not one thing after the other.
void catalogueOf(preferredLanguage());
fetchEarly(location.pathname);
askEarly(location.pathname);
void import('./main');
