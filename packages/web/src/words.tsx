import { createContext, use, useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { workZh, type WorkWords } from './messages/work-zh.ts';
import { usePreferences } from './ui/preferences.ts';

export type { WorkWords };

const WordsContext = createContext<WorkWords>(workZh);

/** The words of the pages behind the account, in the chosen language. */
export function useWords(): WorkWords {
  return use(WordsContext);
}

/** Gives the pages behind the account their words. English is fetched when it is asked for. */
export function WordsProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [{ language }] = usePreferences();
  const [english, setEnglish] = useState<WorkWords | null>(null);
  useEffect(() => {
    if (language === 'en') void import('./messages/work-en.ts').then(({ workEn }) => setEnglish(workEn));
  }, [language]);
  return <WordsContext value={language === 'en' ? (english ?? workZh) : workZh}>{children}</WordsContext>;
}

/** A hook that gives one feature the words that only it needs, so that no other page loads them. */
export function createWords<Words>(chinese: Words, loadEnglish: () => Promise<Words>): () => Words {
  let english: Words | null = null;
  return function useOwnWords(): Words {
    const [{ language }] = usePreferences();
    const [, noteLoaded] = useState(false);
    useEffect(() => {
      if (language !== 'en' || english !== null) return;
      void loadEnglish().then((words) => {
        english = words;
        noteLoaded(true);
      });
    }, [language]);
    return language === 'en' ? (english ?? chinese) : chinese;
  };
}
