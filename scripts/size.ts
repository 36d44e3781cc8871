/**
 * What the package weighs, against the budgets in `bench/sizes.json`; `npm run size -- --modules` shows where the bytes
 * are. Fails above a budget.
 */
import { join } from 'node:path'
import Table from 'cli-table3'
import budgets from '../bench/sizes.json'
import { apps } from './size/apps'
import { type Bundle, bundleOf } from './size/bundle'
import { miniProgramBytes } from './size/mini-program-bytes'
import { type Bytes, faultsOf } from './size/verdict'

const root = join(__dirname, '..')
const SHOWN_MODULES = 25

const showModules = ({ modules }: Bundle): void => {
  for (const [path, characters] of modules.slice(0, SHOWN_MODULES))
    console.log(String(characters).padStart(9), path.replace(`${root}/`, ''))
}

const show = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): void => {
  const table = new Table({
    head: [...head],
    style: { head: [], border: [] },
    colAligns: ['left', ...head.slice(1).map(() => 'right' as const)],
  })
  table.push(...rows.map((row) => [...row]))
  console.log(table.toString())
}

const measure = async (): Promise<void> => {
  const bundles: Record<string, Bundle> = {}
  for (const [name, app] of Object.entries(apps)) bundles[name] = await bundleOf(app)
  const gzipped: Record<string, number> = {
    'the cryptography, loaded later': bundles['lockpanel/crypto']?.later.gzipped ?? 0,
  }
  for (const [name, { atOnce }] of Object.entries(bundles)) gzipped[name] = atOnce.gzipped

  show(
    ['an app, bundled by rolldown', 'minified', 'gzipped', 'budget', 'later, gzipped'],
    Object.entries(bundles).map(([name, { atOnce, later }]) => [
      name,
      atOnce.minified,
      atOnce.gzipped,
      (budgets.gzipped as Bytes)[name] ?? '',
      later.gzipped || '',
    ]),
  )
  const miniProgram = miniProgramBytes()
  show(
    ['miniprogram_dist, which WeChat counts', 'bytes', 'budget'],
    Object.entries(miniProgram).map(([name, bytes]) => [
      name,
      bytes,
      (budgets.miniProgram as Bytes)[name] ?? '',
    ]),
  )
  if (process.argv.includes('--modules'))
    for (const [name, bundle] of Object.entries(bundles)) {
      console.log(`\n${name}: characters of source`)
      showModules(bundle)
    }

  const faults = [
    ...faultsOf(gzipped, budgets.gzipped),
    ...faultsOf(miniProgram, budgets.miniProgram),
  ]
  for (const fault of faults) console.error(fault)
  process.exitCode = faults.length === 0 ? 0 : 1
}

measure()
