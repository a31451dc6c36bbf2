/** Which disturbances a graded pair goes through, by the name its score is shown under. */
import type { SentenceDisturbance } from './disturbances.ts';

/** How copied sentences stand among each other and among the subordinate's own. */
export type Arrangement = 'shuffled' | 'woven' | 'merged' | 'tailed';

export interface Recipe {
  readonly name: string;
  readonly sentence: readonly SentenceDisturbance[];
  readonly arrangement: readonly Arrangement[];
}

export const RECIPES: readonly Recipe[] = [
  { name: 'verbatim', sentence: [], arrangement: [] },
  { name: 'places', sentence: ['places'], arrangement: [] },
  { name: 'numbers', sentence: ['numbers'], arrangement: [] },
  { name: 'synonyms', sentence: ['synonyms'], arrangement: [] },
  { name: 'particles', sentence: ['particles'], arrangement: [] },
  { name: 'clause order', sentence: ['clauses'], arrangement: [] },
  { name: 'clauses cut', sentence: ['cut'], arrangement: [] },
  { name: 'traditional', sentence: ['traditional'], arrangement: [] },
  { name: 'width', sentence: ['width'], arrangement: [] },
  { name: 'split', sentence: ['split'], arrangement: [] },
  { name: 'merged', sentence: [], arrangement: ['merged'] },
  { name: 'shuffled', sentence: [], arrangement: ['shuffled'] },
  { name: 'woven', sentence: [], arrangement: ['woven'] },
  { name: 'tailed', sentence: [], arrangement: ['tailed'] },
  { name: 'places+numbers', sentence: ['places', 'numbers'], arrangement: [] },
  { name: 'words+particles', sentence: ['synonyms', 'particles'], arrangement: [] },
  { name: 'order+merged', sentence: ['clauses'], arrangement: ['shuffled', 'merged'] },
  {
    name: 'dressed',
    sentence: ['places', 'numbers', 'synonyms', 'particles'],
    arrangement: ['shuffled', 'woven'],
  },
  {
    name: 'everything',
    sentence: ['places', 'numbers', 'synonyms', 'particles', 'clauses', 'split', 'width', 'traditional'],
    arrangement: ['shuffled', 'woven', 'merged'],
  },
];

export const GRADES: readonly number[] = [100, 80, 60, 40, 20];
