import { request as httpRequest } from 'node:http'
import { text } from 'node:stream/consumers'
import type { WireAnswer, WireRequest } from './http-message'

/** Headers of one connection; the proxy writes its own. */
const ofConnection = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date']

/** Sends a request to the server behind the proxy and reads its whole answer. */
export const forwardTo =
  (origin: string) =>
  ({ method, path, headers, body }: WireRequest): Promise<WireAnswer> =>
    new Promise((resolve, reject) => {
      const sent = httpRequest(`${origin}${path}`, { method, headers }, (response) => {
        text(response).then(
          (received) =>
            resolve({
              status: response.statusCode ?? 0,
              headers: Object.fromEntries(
                Object.entries(response.headers)
                  .filter(([name]) => !ofConnection.includes(name))
                  .map(([name, value]) => [name, String(value)]),
              ),
              body: received,
            }),
          reject,
        )
      })
      sent.once('error', reject)
      sent.end(body)
    })
