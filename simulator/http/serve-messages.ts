import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Simulator } from '../simulator'
import { type Encryption, encryptedFrame, messagesPassword } from './encrypted-frame'

/** The parts of a simulator that the message service needs. */
export type MessageParts = 'clientId' | 'accessKey' | 'messageQueue'

const DEFAULT_ACK_TIMEOUT_MS = 30_000

/** Serves the message service of the project on the sockets of a server. Requires the package `ws`. */
export const serveMessages = (
  server: Server,
  simulator: Pick<Simulator, MessageParts>,
  encryption: Encryption,
): { break(): void } => {
  const sockets = new Set<WebSocket>()

  const consume = (socket: WebSocket, ackTimeoutMs: number): void => {
    sockets.add(socket)
    const consumer = simulator.messageQueue.consume(
      (message) => socket.send(encryptedFrame(message, simulator.accessKey, encryption)),
      ackTimeoutMs,
    )
    socket.on('message', (data) => {
      const messageId = messageIdOf(String(data))
      if (messageId !== undefined) consumer.acknowledge(messageId)
    })
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      sockets.delete(socket)
      consumer.end()
    })
  }

  server.on('upgrade', (request: IncomingMessage, connection: Duplex, head: Buffer) => {
    connection.on('error', () => connection.destroy())
    const status = refusalOf(request, simulator)
    if (status !== undefined) return refuse(connection, status)
    import('ws').then(
      ({ WebSocketServer }) =>
        new WebSocketServer({ noServer: true }).handleUpgrade(request, connection, head, (socket) =>
          consume(socket, ackTimeoutOf(request)),
        ),
      () => refuse(connection, '501 Not Implemented: install the package ws'),
    )
  })

  return {
    break: () => {
      for (const socket of sockets) socket.terminate()
    },
  }
}

const refusalOf = (
  { url = '', headers }: IncomingMessage,
  { clientId, accessKey }: Pick<Simulator, MessageParts>,
): string | undefined => {
  const path = `/ws/v2/consumer/persistent/${clientId}/out/event/${clientId}-sub`
  if (url.split('?')[0] !== path) return '404 Not Found'
  const isLoggedIn =
    headers.username === clientId && headers.password === messagesPassword(clientId, accessKey)
  return isLoggedIn ? undefined : '401 Authentication required'
}

const refuse = (connection: Duplex, status: string): void => {
  connection.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}

const ackTimeoutOf = ({ url = '' }: IncomingMessage): number => {
  const [, ms] = /[?&]ackTimeoutMillis=(\d+)/.exec(url) ?? []
  return ms === undefined ? DEFAULT_ACK_TIMEOUT_MS : Number(ms)
}

const messageIdOf = (text: string): string | undefined => {
  try {
    const { messageId } = JSON.parse(text) as { readonly messageId?: unknown }
    return typeof messageId === 'string' ? messageId : undefined
  } catch {
    return undefined
  }
}
