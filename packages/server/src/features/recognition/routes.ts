import { recognition } from '@qingzhuang/contract';
import type { Api } from '../../platform/api.ts';
import { recogniseText, type Recognisers } from './operations.ts';

export function recognitionRoutes(api: Api, recognisers: Recognisers): void {
  api.onPrepared(
    recognition.recogniseText,
    (context, given) => recogniseText(context, given, recognisers),
    (_, recognised) => recognised,
  );
}
