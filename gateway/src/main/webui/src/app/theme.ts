/** Light, dark, or as the machine has it. */
export const THEMES = ['SYSTEM', 'LIGHT', 'DARK'] as const;
export type Theme = (typeof THEMES)[number];

const KEPT = 'essaim.theme';

/** The one the person chose on this machine. */
export function keptTheme(): Theme {
  const kept = localStorage.getItem(KEPT);
  return THEMES.find((theme) => theme === kept) ?? 'SYSTEM';
}

/** Shows every page so from now on; remembered on this machine. */
export function chooseTheme(theme: Theme): void {
  localStorage.setItem(KEPT, theme);
  showTheme(theme);
}

/** Styles take it from the root; see tokens.css. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
}
