import { describe, expect, test } from 'vitest';
import { homeFor, placesFor } from './places.ts';

describe('the menu', () => {
  test('offers a bearer the list and the register, and nothing to decide or draft', () => {
    expect(placesFor(['bearer-clerk'])).toEqual(['inbox', 'demands']);
  });
  test('adds up what several posts allow', () => {
    expect(placesFor(['drafter', 'administrator'])).toEqual(['draft', 'caps', 'catalogue', 'demands', 'admin']);
  });
  test('is the register for somebody without any post', () => {
    expect(placesFor([])).toEqual(['demands']);
  });
});

describe('the first page of the day', () => {
  test('is the queue for the office, even when it drafts too', () => {
    expect(homeFor(['drafter', 'office'])).toBe('gate');
  });
  test('is the one page for a leader', () => {
    expect(homeFor(['leader', 'unit-lead'])).toBe('leader');
  });
  test('is the list for a bearer, even one who drafts for those below', () => {
    expect(homeFor(['bearer-clerk'])).toBe('inbox');
    expect(homeFor(['bearer-clerk', 'drafter'])).toBe('inbox');
  });
  test('is the draft for a drafter', () => {
    expect(homeFor(['drafter'])).toBe('draft');
  });
  test('is people and units for one who only administers', () => {
    expect(homeFor(['administrator'])).toBe('admin');
  });
  test('is the register for everyone else', () => {
    expect(homeFor([])).toBe('demands');
    expect(homeFor(['supervisor', 'administrator'])).toBe('demands');
  });
});
