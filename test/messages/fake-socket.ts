import type { WebSocketInit } from '../../messages'
import { type Encryption, encryptedFrame } from '../../simulator/http/encrypted-frame'

type Listener = (event: unknown) => void

export const CLIENT_ID = 'client-of-the-test'
export const SECRET = '0123456789abcdefghijklmnopqrstuv'

/** A socket of `ws` without a network; the sockets that a test opened, oldest first. */
export const fakeSockets = () => {
  class FakeSocket {
    readonly sent: string[] = []
    readonly listeners = new Map<string, Listener>()
    pings = 0
    isEnded = false
    constructor(
      readonly url: string,
      readonly init: WebSocketInit,
    ) {
      opened.push(this)
    }
    addEventListener(type: string, listener: Listener) {
      this.listeners.set(type, listener)
    }
    on(type: 'pong', listener: () => void) {
      this.listeners.set(type, listener)
    }
    send(text: string) {
      this.sent.push(text)
    }
    ping() {
      this.pings += 1
    }
    close() {
      this.terminate()
    }
    terminate() {
      this.isEnded = true
    }
    emit(type: string, event: unknown = {}) {
      this.listeners.get(type)?.(event)
    }
    frame(data: unknown) {
      this.emit('message', { data })
    }
    get acknowledged(): readonly string[] {
      return this.sent.map((text) => (JSON.parse(text) as { messageId: string }).messageId)
    }
  }
  const opened: FakeSocket[] = []
  return { FakeSocket, opened }
}

/** A frame as the service sends it. */
export const frameOf = (
  data: unknown,
  {
    messageId = 'message-1',
    publishedAtMs = 0,
    encryption = 'aes_gcm' as Encryption,
    secret = SECRET,
    protocol = 4,
  } = {},
): string =>
  encryptedFrame(
    { messageId, protocol, data, publishedAtMs, redeliveryCount: 0 },
    secret,
    encryption,
  )
