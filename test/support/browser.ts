/** Keeps cookies and follows redirects one at a time, as a browser does; of each origin the cookies of its own. */
export class Browser {
  readonly #jar = new Map<string, Map<string, string>>();

  constructor(private readonly headers: Readonly<Record<string, string>> = {}) {}

  /** Name and value of the cookies for an address. */
  cookies(origin: string): ReadonlyMap<string, string> {
    return this.#jar.get(new URL(origin).host) ?? new Map<string, string>();
  }

  /** Puts a cookie in, as an attacker would who can write cookies. */
  plant(origin: string, name: string, value: string): void {
    const { host } = new URL(origin);
    this.#jar.set(host, new Map(this.#jar.get(host)).set(name, value));
  }

  /** One request without following. */
  async go(address: string, init: RequestInit = {}): Promise<Response> {
    const { host } = new URL(address);
    const cookies = this.#jar.get(host) ?? new Map<string, string>();
    this.#jar.set(host, cookies);
    const response = await fetch(address, {
      redirect: 'manual',
      ...init,
      headers: {
        ...this.headers,
        ...(init.headers as Record<string, string>),
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ');
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(pair.indexOf('=') + 1);
      const expires = attributes.find((one) => /^expires=/i.test(one))?.slice('expires='.length);
      if (expires !== undefined && new Date(expires) <= new Date()) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }

  /** Sends a form, as its page would. */
  post(
    address: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return this.go(address, { method: 'POST', body: new URLSearchParams(fields), headers });
  }

  /** Follows redirects until an address begins with `until`, which isn't asked for any more; answers it. */
  async follow(address: string, until: string): Promise<string> {
    let at = address;
    for (let hops = 0; hops < 12; hops += 1) {
      if (at.startsWith(until)) return at;
      const response = await this.go(at);
      const next = response.headers.get('location');
      if (next === null) throw new Error(`${at} answers ${response.status} and leads nowhere`);
      at = new URL(next, at).href;
    }
    throw new Error(`More than 12 redirects from ${address}`);
  }
}
