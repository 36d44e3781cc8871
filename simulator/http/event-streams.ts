import type { ServerResponse } from 'node:http'
import type { Observable, Subscription } from 'rxjs'

/** The world is a plain value that anyone may change, so there is nothing to subscribe to. */
export const LOOK_EVERY_MS = 250

/** Streams of server-sent events that are open. */
export interface EventStreams {
  /** Sends each text as the data of one event, until the browser or the server ends the stream. */
  open(response: ServerResponse, texts$: Observable<string>): void
  close(): void
}

export const createEventStreams = (
  headers: Readonly<Record<string, string>> = {},
): EventStreams => {
  const open = new Map<ServerResponse, Subscription>()
  return {
    open: (response, texts$) => {
      response.writeHead(200, {
        ...headers,
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
      })
      response.flushHeaders()
      response.on('close', () => {
        open.get(response)?.unsubscribe()
        open.delete(response)
      })
      open.set(
        response,
        texts$.subscribe((text) => response.write(`data: ${text}\n\n`)),
      )
    },
    close: () => {
      for (const response of open.keys()) response.end()
    },
  }
}
