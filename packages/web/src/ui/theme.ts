import { theme, type ThemeConfig } from 'antd';

/** One accent, one warning, one danger, in a light and a dark tone; `theme.css` holds the same values for our own parts. */
const TONES = {
  light: {
    accent: '#0f766e',
    warning: '#a4500b',
    danger: '#b42318',
    ink: '#1a2421',
    surface: '#ffffff',
    line: '#dfe5e2',
  },
  dark: {
    accent: '#4fc3b5',
    warning: '#f2b155',
    danger: '#ff8a7d',
    ink: '#e5ecea',
    surface: '#18211f',
    line: '#2c3835',
  },
} as const;

/** The theme of Ant Design's parts. `phone` raises every control to a 44 px target. */
export function themeFor(scheme: 'light' | 'dark', phone: boolean, reducedMotion: boolean): ThemeConfig {
  const tones = TONES[scheme];
  return {
    algorithm: scheme === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: tones.accent,
      colorLink: tones.accent,
      colorInfo: tones.accent,
      colorWarning: tones.warning,
      colorError: tones.danger,
      colorText: tones.ink,
      colorBgContainer: tones.surface,
      colorBgElevated: tones.surface,
      colorBorder: tones.line,
      colorTextLightSolid: scheme === 'dark' ? '#06201d' : '#ffffff',
      borderRadius: 10,
      controlHeight: phone ? 44 : 36,
      controlHeightLG: phone ? 52 : 48,
      controlHeightSM: phone ? 44 : 30,
      fontSize: phone ? 16 : 15,
      fontFamily: 'var(--font)',
      motion: !reducedMotion,
      boxShadow: 'var(--shadow)',
    },
    components: { Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 500 } },
  };
}
