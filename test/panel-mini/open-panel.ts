import { createClock, createSimulator, type Simulator } from '../../simulator'
import { type AppCode, createMiniApp, type MiniApp, type Phone } from './mini-app'
import { requestTo } from './panel-server'
import type { DomNode } from './simulated-window'

const START_MS = Date.UTC(2027, 0, 15, 9)
const STEP_MS = 25
/** The longest time of the virtual clock until something must be shown. */
const MAX_WAIT_MS = 60_000

const recorded = ['setClipboardData', 'setNavigationBarTitle', 'navigateTo', 'reLaunch'] as const

type RecordedCall = (typeof recorded)[number]

/** A page of the panel, as the person sees it. */
export interface OpenPage {
  /** All text that is shown. */
  readonly text: () => string
  /** The texts of the elements with a class, in order; the simulator puts the name of the component before each class. */
  readonly all: (className: string) => readonly string[]
  /** Touches what has exactly this text. */
  readonly tap: (text: string) => Promise<void>
  readonly touch: (text: string, forMs: number) => Promise<void>
  /** Types into the only input. */
  readonly type: (value: string) => void
  readonly reachBottom: () => void
  readonly close: () => void
}

export interface OpenPanel {
  readonly simulator: Simulator
  readonly mini: MiniApp
  readonly open: (name: string) => OpenPage
  /** Advances the clock until a condition holds; `what` is for the message if it never does. */
  readonly until: (condition: () => boolean, what?: string) => Promise<void>
  readonly advance: (ms: number) => Promise<void>
  /** The commands that locks executed. */
  readonly commands: () => readonly string[]
  /** The options of the calls of a function of `wx` that shows or opens something. */
  readonly called: (name: RecordedCall) => readonly object[]
}

export interface OpenPanelOptions {
  readonly language?: 'zh' | 'en'
  readonly query?: Readonly<Record<string, string>>
}

/** The panel in WeChat's component simulator, at a simulated lock cloud, on a clock that the test advances. */
export const openPanel = (
  code: AppCode,
  phone: Phone,
  { language = 'en', query = {} }: OpenPanelOptions = {},
): OpenPanel => {
  const clock = createClock({ frozen: true, startMs: START_MS })
  const simulator = createSimulator({ clock })
  const storage = new Map<string, unknown>([['language', language]])
  const calls = new Map<string, object[]>()
  const record = (name: string) => (options: object) => {
    calls.set(name, [...(calls.get(name) ?? []), options])
  }
  const mini = createMiniApp({
    code,
    phone,
    clock,
    wx: {
      request: requestTo(simulator),
      getStorageSync: (key: string) => storage.get(key) ?? '',
      setStorageSync: (key: string, value: unknown) => storage.set(key, value),
      ...Object.fromEntries(recorded.map((name) => [name, record(name)])),
      getRandomValues: ({ length, success }: RandomRequest) =>
        success({ randomValues: Uint8Array.from({ length }, (_, index) => index * 37).buffer }),
    },
  })
  mini.app.onLaunch({ query })

  const advance = async (ms: number): Promise<void> => {
    for (let passedMs = 0; passedMs < ms; passedMs += STEP_MS) {
      await new Promise(setImmediate)
      clock.advance(Math.min(STEP_MS, ms - passedMs))
    }
    await new Promise(setImmediate)
  }
  const until: OpenPanel['until'] = async (condition, what = String(condition)) => {
    for (let waitedMs = 0; waitedMs <= MAX_WAIT_MS; waitedMs += STEP_MS) {
      if (condition()) return
      await advance(STEP_MS)
    }
    throw new Error(`not within ${MAX_WAIT_MS} ms: ${what}. The pages show: ${mini.shownText()}`)
  }
  const open = (name: string): OpenPage => {
    const rendered = mini.open(`pages/${name}/${name}`)
    const { dom, instance } = rendered
    instance.onLoad?.({})
    const find = (text: string): DomNode => {
      const found = [...dom.querySelectorAll('*')].find(
        (each) => each.children.length === 0 && each.textContent.trim() === text,
      )
      if (found === undefined) throw new Error(`"${text}" is not shown, only: ${dom.textContent}`)
      return found
    }
    const touch = async (text: string, forMs: number): Promise<void> => {
      const target = find(text)
      mini.touch(target, 'touchstart')
      await advance(forMs)
      // What is touched may be gone by now.
      mini.touch(target.isConnected ? target : dom, 'touchend')
      await advance(STEP_MS)
    }
    return {
      text: () => dom.textContent,
      all: (className) =>
        [...dom.querySelectorAll(`.${className}`)].map((each) => each.textContent.trim()),
      tap: (text) => touch(text, STEP_MS),
      touch,
      type: (value) => {
        const [input] = dom.querySelectorAll('wx-input')
        if (input === undefined) throw new Error('no input is shown')
        mini.emit(input, 'input', { value })
      },
      reachBottom: () => instance.onReachBottom?.(),
      close: () => {
        instance.onUnload?.()
        rendered.detach()
      },
    }
  }
  return {
    ...{ simulator, mini, open, until, advance },
    called: (name) => calls.get(name) ?? [],
    commands: () => simulator.journal.map(({ command }) => command),
  }
}

interface RandomRequest {
  readonly length: number
  readonly success: (answer: { readonly randomValues: ArrayBuffer }) => void
}
