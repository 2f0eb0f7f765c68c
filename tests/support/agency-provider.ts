/** An OpenID Connect provider of a test's own, on loopback: the real `oidc-provider`, with the people given. */
import type { Server } from 'node:http';
import { Provider } from 'oidc-provider';

export interface AgencyPerson {
  readonly email: string;
  readonly email_verified?: boolean;
  readonly name: string;
  readonly groups: readonly string[];
  readonly county?: string;
}

export interface AgencyProvider {
  readonly issuer: string;
  /** By the name they enter at the provider; may be changed between sign-ins. */
  readonly people: Map<string, AgencyPerson>;
  close(): void;
}

export const clientId = 'midcourse';
export const clientSecret = 'a-secret-of-this-test-and-its-provider';

export const startAgencyProvider = async (port: number, returnTo: string): Promise<AgencyProvider> => {
  const people = new Map<string, AgencyPerson>();
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [returnTo],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    claims: {
      openid: ['sub', 'groups', 'county'],
      email: ['email', 'email_verified'],
      profile: ['name'],
    },
    pkce: { required: () => true },
    findAccount: (_, id) => {
      const person = people.get(id);
      return person && { accountId: id, claims: () => ({ sub: id, ...person }) };
    },
    cookies: { keys: ['a key of this test'] },
  });
  const server = await new Promise<Server>((resolve) => {
    const listening = provider.listen(port, '127.0.0.1', () => resolve(listening));
  });
  return { issuer, people, close: () => server.closeAllConnections() ?? server.close() };
};
