/** What a socket must be able to do: the one of `ws`, or the WebSocket of Node 22. */
export interface WebSocketLike {
  /** Sends a text frame. */
  send(text: string): void
  /** Starts the closing handshake. */
  close(): void
  /** Registers a listener; listeners are never removed. */
  addEventListener(
    type: 'open' | 'message' | 'error' | 'close',
    listener: (event: unknown) => void,
  ): void
  /** Ends the connection at once; only `ws` has it. */
  terminate?(): void
  /** Only `ws` has it. Without it the connection is not checked, so a dead one may go unnoticed. */
  ping?(): void
  /** Reports the answers to `ping`; only `ws` has it. */
  on?(type: 'pong', listener: () => void): unknown
}

/** The options with which the socket is created. */
export interface WebSocketInit {
  /** The headers of the login. */
  readonly headers: Readonly<Record<string, string>>
  /** Always true: the certificate of the service is checked. */
  readonly rejectUnauthorized: true
}

/** The class of a socket, which connects when it is created. */
export type WebSocketConstructor = new (url: string, init: WebSocketInit) => WebSocketLike

/** Loads the optional peer `ws`, because Node 20 has no WebSocket. `undefined` if it is not installed. */
export const loadWebSocket = async (): Promise<WebSocketConstructor | undefined> => {
  try {
    return (await import('ws')).WebSocket
  } catch {
    return undefined
  }
}
