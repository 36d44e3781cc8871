import { toolsRequire } from './simulator-code'

interface JsDomModule {
  readonly JSDOM: new (html: string) => { readonly window: JsDomWindow }
}

interface DomEvent {
  readonly type: string
}

export interface DomNode {
  readonly textContent: string
  readonly children: Iterable<DomNode> & { readonly length: number }
  readonly isConnected: boolean
  querySelectorAll(selector: string): Iterable<DomNode>
  dispatchEvent(event: DomEvent): boolean
}

export interface JsDomWindow {
  readonly document: { readonly body: DomNode }
  readonly navigator: object
  readonly Event: new (type: string, options: object) => DomEvent
  readonly CustomEvent: unknown
}

export const createWindow = (): JsDomWindow => {
  const { JSDOM } = toolsRequire()('jsdom') as JsDomModule
  return new JSDOM('<!doctype html><html><head></head><body></body></html>').window
}

/** jsdom has no touches. */
export const touchEventOf = ({ Event }: JsDomWindow) =>
  class TouchEvent extends Event {
    constructor(
      type: string,
      readonly touches: readonly object[],
      readonly changedTouches: readonly object[],
    ) {
      super(type, { bubbles: true, cancelable: true })
    }
  }
