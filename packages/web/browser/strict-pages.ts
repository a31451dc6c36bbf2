import type { Page } from 'playwright-core';
import { afterEach, expect } from 'vitest';

/** Every test of the file fails whose pages ask for what their content security policy forbids. Call it with each page. */
export function useStrictPages(): (page: Page) => void {
  const refused: string[] = [];
  afterEach(() => {
    expect(refused.splice(0)).toEqual([]);
  });
  return (page) => {
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refused.push(message.text());
    });
  };
}
