/** The part of autocannon that the benchmark uses; the package brings no types. */
declare module 'autocannon' {
  export type Options = {
    readonly url: string;
    readonly method?: 'GET' | 'POST';
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly connections: number;
    /** Seconds. */
    readonly duration: number;
    /** Seconds after which an unanswered request counts as failed. */
    readonly timeout: number;
    readonly verifyBody: (body: string) => boolean;
  };
  export type Run = {
    readonly requests: { readonly total: number };
    /** Milliseconds. */
    readonly latency: { readonly p50: number; readonly p99: number };
    /** Seconds. */
    readonly duration: number;
    readonly '2xx': number;
    readonly non2xx: number;
    readonly errors: number;
    readonly timeouts: number;
    readonly mismatches: number;
  };
  export default function autocannon(options: Options): Promise<Run>;
}
