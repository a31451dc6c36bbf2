import { createContext, useContext, useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { type Messages, zh } from '../messages/zh.ts';
import { usePreferences } from './preferences.ts';

const LanguageContext = createContext<Messages>(zh);

/** The words of the chosen language. */
export function useMessages(): Messages {
  return useContext(LanguageContext);
}

/** Gives the page its words and tells the browser their language. English is fetched when it is asked for. */
export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [{ language }] = usePreferences();
  const [english, setEnglish] = useState<Messages | null>(null);

  useEffect(() => {
    if (language === 'en') void import('../messages/en.ts').then(({ en }) => setEnglish(en));
  }, [language]);

  const messages = language === 'en' ? (english ?? zh) : zh;
  useEffect(() => {
    document.documentElement.lang = messages === zh ? 'zh-CN' : 'en';
  }, [messages]);

  return <LanguageContext value={messages}>{children}</LanguageContext>;
}
