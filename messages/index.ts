/** The message service of the vendor's cloud, for servers. */
export type { ConnectionState, DisconnectReason } from './connection-state'
export { createMessages, type Messages } from './create-messages'
export type { HandlerFailure, MessageHandler } from './delivery'
export type {
  AlarmEvent,
  DoorbellEvent,
  EnrolmentMessageEvent,
  MessageEvent,
  PresenceEvent,
  StatusEvent,
  StatusRow,
  UnknownEvent,
  UnlockEvent,
  UnreadableEvent,
  UnreadableReason,
} from './event'
export type { MessagesOptions } from './options'
export type { MessageEnv, MessageRegion } from './regions'
export type { WebSocketConstructor, WebSocketInit, WebSocketLike } from './web-socket'
