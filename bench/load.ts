/** Requests over real connections that stay open, and two ways to send them. Latencies are in milliseconds. */
import { Agent, request, type IncomingMessage } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import { SESSION_COOKIE } from '@qingzhuang/contract';

export interface Shot {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Of the session. */
  readonly token: string;
  readonly body?: object;
  /** The version that was seen. */
  readonly ifMatch?: number;
}

/** Sends a request and gives the body of the reply; throws `Answered` unless it was a success. */
export type Send = (shot: Shot) => Promise<string>;

/** What was answered instead of a success. */
export class Answered extends Error {
  readonly status: number;

  constructor(status: number, shot: Shot, body: string) {
    super(`${shot.method} ${shot.path}: ${status} ${body}`);
    this.status = status;
  }
}

export function connect(url: string, connections: number): { readonly send: Send; readonly close: () => void } {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  async function send(shot: Shot): Promise<string> {
    const { method, path, token, body, ifMatch } = shot;
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const headers = {
        cookie: `${SESSION_COOKIE}=${token}`,
        ...(payload !== undefined && { 'content-type': 'application/json' }),
        ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
      };
      request(url + path, { method, agent, headers }, resolve)
        .on('error', reject)
        .end(payload);
    });
    const answer = await text(response);
    if (response.statusCode !== 200) throw new Answered(response.statusCode ?? 0, shot, answer);
    return answer;
  }
  return { send, close: () => agent.destroy() };
}

export interface Run {
  /** All requests, also those that were not counted. */
  readonly sent: number;
  readonly latencies: readonly number[];
  readonly perSecond: number;
  /** Requests that were answered with a refusal or not at all. */
  readonly failed: number;
}

/** Does the work over and over, `workers` at a time; the first second warms up. */
export async function saturate(workers: number, seconds: number, work: () => Promise<unknown>): Promise<Run> {
  const latencies: number[] = [];
  let sent = 0;
  const counting = performance.now() + 1000;
  const end = counting + seconds * 1000;
  await Promise.all(
    Array.from({ length: workers }, async () => {
      for (;;) {
        const began = performance.now();
        if (began >= end) return;
        await work();
        sent += 1;
        if (began >= counting) latencies.push(performance.now() - began);
      }
    }),
  );
  return { sent, latencies, perSecond: latencies.length / ((performance.now() - counting) / 1000), failed: 0 };
}

/**
 * Begins the work at fixed moments, whether or not the work before has ended. Latency counts from the moment at which
 * it should have begun, so a server that falls behind cannot hide it.
 */
export async function arrive(perSecond: number, seconds: number, work: () => Promise<unknown>): Promise<Run> {
  const latencies: number[] = [];
  const started = performance.now();
  const under: Promise<void>[] = [];
  let failed = 0;
  async function one(due: number): Promise<void> {
    await work().catch(() => (failed += 1));
    latencies.push(performance.now() - due);
  }
  for (let number = 0; number < perSecond * seconds;) {
    const now = performance.now();
    for (; number < perSecond * seconds && started + (number * 1000) / perSecond <= now; number += 1) {
      under.push(one(started + (number * 1000) / perSecond));
    }
    await delay(1);
  }
  await Promise.all(under);
  const perSecondDone = latencies.length / ((performance.now() - started) / 1000);
  return { sent: latencies.length, latencies, perSecond: perSecondDone, failed };
}
