import { expect } from 'vitest'
import type { AppCode, Phone } from './mini-app'
import { type OpenPage, type OpenPanel, type OpenPanelOptions, openPanel } from './open-panel'

/** The class of a cell of TDesign. */
export const ROW = 't-cell--t-cell'

/** Globals that a mini-program lacks, and that Babel and tslib detect by `typeof`, or by a member. */
const detected = ['Function', 'global', 'self']

/** One panel at a time, and its pages. */
export interface Stage {
  /** Launches the panel, before its first page is opened. */
  readonly launch: (options?: OpenPanelOptions) => void
  readonly panel: OpenPanel
  /** Launches the panel and opens a page. */
  readonly open: (page: string, options?: OpenPanelOptions) => OpenPage
  readonly openAlso: (page: string) => OpenPage
  readonly shown: (page: OpenPage, text: string) => Promise<void>
  readonly gone: (page: OpenPage, text: string) => Promise<void>
  readonly unlocks: () => number
  /** Closes all pages. Expects that no work of them is left, and that nothing was written to the console. */
  readonly end: () => Promise<void>
}

export const createStage = (code: () => AppCode, phone: Phone): Stage => {
  let current: OpenPanel | undefined
  let pages: OpenPage[] = []
  const panel = (): OpenPanel => {
    if (current === undefined) throw new Error('no panel: call launch or open first')
    return current
  }
  const launch = (options?: OpenPanelOptions) => {
    current = openPanel(code(), phone, options)
  }
  const openAlso = (name: string): OpenPage => {
    const page = panel().open(name)
    pages.push(page)
    return page
  }
  return {
    launch,
    get panel() {
      return panel()
    },
    openAlso,
    open: (name, options) => {
      launch(options)
      return openAlso(name)
    },
    shown: (page, text) => panel().until(() => page.text().includes(text), text),
    gone: (page, text) => panel().until(() => !page.text().includes(text), `no ${text}`),
    unlocks: () =>
      panel()
        .commands()
        .filter((command) => command === 'unlock').length,
    end: async () => {
      for (const page of pages) page.close()
      pages = []
      const { advance, mini } = panel()
      // What was cancelled ends in a later turn.
      await advance(100)
      expect(mini.host.timers(), 'timers after the pages were unloaded').toBe(0)
      expect(mini.errors, 'errors and warnings on the console').toEqual([])
      expect(mini.host.touched.filter((name) => !detected.includes(name))).toEqual([])
    },
  }
}
