import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

export interface Metrics {
  countRequest(route: string, method: string, status: number, seconds: number): void;
  countCheck(outcome: string, seconds: number): void;
  /** Prometheus text format, with memory, CPU and event loop of the process. */
  read(): Promise<string>;
}

const REQUEST_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Counts in a registry of its own, so that two apps in one process do not mix. */
export function createMetrics(): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const requests = new Counter({
    name: 'qingzhuang_requests_total',
    help: 'Requests by route, method and status.',
    labelNames: ['route', 'method', 'status'],
    registers: [register],
  });
  const requestSeconds = new Histogram({
    name: 'qingzhuang_request_seconds',
    help: 'Time to answer a request.',
    labelNames: ['route'],
    buckets: REQUEST_SECONDS,
    registers: [register],
  });
  const checkSeconds = new Histogram({
    name: 'qingzhuang_check_seconds',
    help: 'Time to read and check one file, waiting included, by outcome.',
    labelNames: ['outcome'],
    buckets: REQUEST_SECONDS,
    registers: [register],
  });

  return {
    countRequest(route, method, status, seconds) {
      requests.inc({ route, method, status });
      requestSeconds.observe({ route }, seconds);
    },
    countCheck: (outcome, seconds) => checkSeconds.observe({ outcome }, seconds),
    read: () => register.metrics(),
  };
}
