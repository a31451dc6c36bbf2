import { reference, type ApiDocument } from '@qingzhuang/contract';
import type { Api } from '../../platform/api.ts';
import { renderPage } from './page.ts';

export function referenceRoutes(api: Api, document: ApiDocument): void {
  const page = renderPage(document);
  api.open(reference.readApiDocument, () => document);
  api.open(reference.readApiPage, () => page);
}
