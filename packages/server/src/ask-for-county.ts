import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline/promises';
import { Writable, type Readable } from 'node:stream';
import { people, Refusal } from '@qingzhuang/contract';
import { foldUsername, hashNewPassword } from './features/people/index.ts';
import { CannotStart } from './platform/cannot-start.ts';

export interface FirstCounty {
  readonly plan: people.CountyPlan;
  readonly passwordHash: string;
}

const INTRODUCTION = `
这里还没有县。请先建立本县和第一位管理员（Ctrl-C 取消）。
No county yet: enter the county and its first administrator (Ctrl-C cancels).

`;

/** Asks on the terminal for the county and its first administrator, each answer until it can be used. */
export async function askForCounty(input: Readable, output: Writable): Promise<FirstCounty> {
  const screen = new Screen(output);
  const terminal = createInterface({ input, output: screen, terminal: true });
  const closed = once(terminal, 'close').then(() => {
    throw new CannotStart('cancelled', '已取消，没有建立县。\nCancelled: no county was made.');
  });
  try {
    return await Promise.race([ask(terminal, screen), closed]);
  } finally {
    terminal.removeAllListeners('close');
    terminal.close();
  }
}

/** Shows what is typed, save passwords. */
class Screen extends Writable {
  hidden = false;
  readonly #output: Writable;

  constructor(output: Writable) {
    super();
    this.#output = output;
  }

  override _write(chunk: Uint8Array, _: BufferEncoding, done: (error?: Error | null) => void): void {
    if (this.hidden) done();
    else this.#output.write(chunk, done);
  }

  say(text: string): void {
    this.#output.write(text);
  }
}

async function ask(terminal: Interface, screen: Screen): Promise<FirstCounty> {
  const { code, name, letters, administrator } = people.CountyPlan.shape;
  const person = administrator.shape;
  screen.say(INTRODUCTION);
  const plan = {
    code: await askUntil(terminal, screen, '县级区划代码（6 位）：', code),
    name: await askUntil(terminal, screen, '县名：', name),
    letters: await askUntil(terminal, screen, '事项码开头的两个字母（如 QH）：', letters),
    administrator: {
      name: await askUntil(terminal, screen, '管理员姓名：', person.name),
      username: await askUntil(terminal, screen, '管理员用户名：', person.username),
    },
  };
  return { plan, passwordHash: await askForPassword(terminal, screen, foldUsername(plan.administrator.username)) };
}

interface Answer {
  safeParse(typed: string): {
    readonly data?: string;
    readonly error?: { readonly issues: readonly { message: string }[] };
  };
}

async function askUntil(terminal: Interface, screen: Screen, question: string, answer: Answer): Promise<string> {
  for (;;) {
    const { data, error } = answer.safeParse(await terminal.question(question));
    if (data !== undefined) return data;
    screen.say(`${error?.issues[0]?.message ?? ''}\n`);
  }
}

async function askForPassword(terminal: Interface, screen: Screen, username: string): Promise<string> {
  for (;;) {
    const password = await askHidden(terminal, screen, '口令（至少 10 个字符，不显示）：');
    const again = await askHidden(terminal, screen, '再输一次：');
    if (password !== again) {
      screen.say('两次输入的不一样。\n');
      continue;
    }
    try {
      return await hashNewPassword(password, username);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      screen.say(`${error.facts.errors?.[0]?.detail ?? error.message}\n`);
    }
  }
}

async function askHidden(terminal: Interface, screen: Screen, question: string): Promise<string> {
  screen.say(question);
  screen.hidden = true;
  const typed = await terminal.question('');
  screen.hidden = false;
  screen.say('\n');
  return typed;
}
