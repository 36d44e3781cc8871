/** A server of a run. */
export interface WireServer {
  readonly url: string
  close(): Promise<void>
}
