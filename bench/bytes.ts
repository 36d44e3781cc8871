import { apps, everyAction } from '../scripts/size/apps'
import { bundleOf } from '../scripts/size/bundle'
import { miniProgramBytes } from '../scripts/size/mini-program-bytes'
import type { Result } from './row'

const ONE_ACTION = 'a panel with one action, over wx.request'
const MINI_PROGRAM_ACTIONS = 'a panel with every mini-program action, over wx.request'

/** What `npm run size` measures too, against the goals in place of the budgets. */
const measured: readonly (readonly [name: string, app: string, targetKb: number])[] = [
  [ONE_ACTION, apps[ONE_ACTION] ?? '', 13],
  [MINI_PROGRAM_ACTIONS, apps[MINI_PROGRAM_ACTIONS] ?? '', 17],
  ['a panel with every action of all families, over wx.request', everyAction, 21],
  [
    'a panel with every mini-program action and all flows',
    apps['that panel and all flows'] ?? '',
    48,
  ],
]

const inKb = (name: string, bytes: number, target: number): Result => {
  const value = Number((bytes / 1000).toFixed(1))
  return { name, value, target, reached: value <= target }
}

/** Kilobytes of the built package, in apps with rxjs and io-ts and as WeChat counts it. */
export const byteResults = async (): Promise<readonly Result[]> => {
  const results: Result[] = []
  for (const [name, app, targetKb] of measured) {
    const { atOnce } = await bundleOf(app)
    results.push(inKb(`${name}, kB gzipped`, atOnce.gzipped, targetKb))
  }
  const files = Object.values(miniProgramBytes()).reduce((sum, bytes) => sum + bytes, 0)
  return [...results, inKb('all files for WeChat, kB', files, 300)]
}
