/** What the proxy does to one request or to its answer. */
export const wireFaults = [
  'none',
  /** The request waits before it is forwarded, for less than the time limit of a request. */
  'delay',
  /** The request is forwarded after the client has given up. */
  'delay past the time limit',
  /** The connection breaks after the request was read; the server gets nothing. */
  'drop before',
  /** The connection breaks after the server executed. */
  'drop after',
  /** No answer, on an open connection; the server executed. */
  'silence',
  /** The connection ends in the middle of the answer's body. */
  'truncate the body',
  /** The connection ends in the middle of the answer's headers. */
  'truncate the headers',
  /** One byte of the answer's body is another one. */
  'corrupt the body',
  /** The first line of the answer is no HTTP. */
  'corrupt the headers',
  /** The answer is sent twice on the connection, in one piece. */
  'duplicate the answer',
  /** The server gets the request twice, as from a proxy that resends. Only for a server that knows repeats by their key. */
  'duplicate the request',
  /** The answer arrives byte by byte, and takes longer than the time limit of a request. */
  'trickle',
  /** Refused with 429 and Retry-After; the server gets nothing. */
  '429',
  /** 502 in place of the answer of a server that executed. */
  '502',
  /** 502; the server gets nothing. */
  '502 before',
  /** A page in place of the answer of a server that executed. */
  'html',
] as const
export type WireFault = (typeof wireFaults)[number]
