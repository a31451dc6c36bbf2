import { Refusal, type Endpoint } from '@qingzhuang/contract';
import type { Api } from './api.ts';
import type { Acting } from './context.ts';
import type { FileStore } from './files.ts';

/** A file under the name that it was sent with. */
export interface StoredFile {
  readonly name: string;
  readonly sha256: string;
}

/**
 * Answers an endpoint with the bytes of a stored file. `locate` says in a transaction which file the actor may have, or
 * undefined; the bytes are fetched after it, so that a bucket that does not answer holds no connection.
 */
export function sendStoredFiles<Input>(
  api: Api,
  endpoint: Endpoint<Input, Uint8Array<ArrayBuffer>>,
  files: FileStore,
  locate: (acting: Acting, input: Input) => Promise<StoredFile | undefined>,
): void {
  api.onFollowed(
    endpoint,
    async (acting, input) => {
      const file = await locate(acting, input);
      if (file === undefined) throw new Refusal('no-such-record');
      return file;
    },
    async ({ name, sha256 }, exchange) => {
      const bytes = await files.find(sha256);
      if (bytes === undefined) throw new Refusal('no-such-record');
      exchange.setHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
      return bytes;
    },
  );
}
