import { Observable } from 'rxjs'
import type { SimulatedAnswer, SimulatedRequest } from '../../simulator'

/** Connects a fake `wx` to a real HTTP server; unsubscribing closes the connection. */
export const httpExchange =
  (url: string) =>
  ({ method, path, headers, body }: SimulatedRequest): Observable<SimulatedAnswer> =>
    new Observable((subscriber) => {
      const { signal, abort } = abortable()
      const exchange = async (): Promise<SimulatedAnswer> => {
        let when: 'before' | 'after' = 'before'
        try {
          const address = new URL(path, url)
          const response = await fetch(address, {
            method,
            headers,
            body,
            redirect: 'manual',
            signal,
          })
          when = 'after'
          return {
            kind: 'answer',
            status: response.status,
            headers: Object.fromEntries(response.headers),
            body: await response.text(),
          }
        } catch {
          return { kind: 'dropped', when }
        }
      }
      exchange().then((answer) => {
        subscriber.next(answer)
        subscriber.complete()
      })
      return abort
    })

const abortable = () => {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}
