import { builtinModules } from 'node:module'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { setupProgram } from '../../scripts/guide/page'
import { repository } from '../pages/site-pages'
import { exampleModule } from './example-module'
import type { NodeNeeds } from './node-needs'
import type { PageExamples } from './page-examples'
import { siteExamples } from './runnable'

const REGISTRY = 'virtual:examples'
/** The name of a module that stands beside its page, so that its imports are resolved from there. */
const SUFFIX = '.examples.ts'
const NODE = '\0of-node:'

/** Compiles the examples of all pages into modules that the page of each loads when a reader runs one. */
export const examplesPlugin = (pages: readonly PageExamples[], needs: NodeNeeds): Plugin => {
  const modules = new Map(
    pages.map((each) => {
      const id = join(repository, 'docs', `${each.page}${SUFFIX}`)
      return [id, () => exampleModule(setupProgram(), each, siteExamples(each, needs))]
    }),
  )
  const registry = pages.map(({ page }) => {
    const id = join(repository, 'docs', `${page}${SUFFIX}`)
    return `${JSON.stringify(page)}: () => import(${JSON.stringify(id)})`
  })
  return {
    name: 'lockpanel-examples',
    enforce: 'pre',
    resolveId: (id) => {
      if (id === REGISTRY) return `\0${REGISTRY}`
      if (modules.has(id)) return id
      return builtinModules.includes(id.replace(/^node:/, ''))
        ? { id: `${NODE}${id}`, syntheticNamedExports: true }
        : null
    },
    load: (id, { ssr = false } = {}) => {
      if (id.startsWith(NODE)) return absentInBrowser(id.slice(NODE.length))
      // The server renders pages and runs no example.
      if (id === `\0${REGISTRY}`)
        return `export const examples = {${ssr ? '' : registry.join(',\n')}}`
      return modules.get(id)?.()
    },
  }
}

/** What no example with a button reaches. */
const absentInBrowser = (module: string): string =>
  `export default new Proxy({}, { get() { throw new Error(${JSON.stringify(`A browser has no ${module}. Run this example in Node.`)}) } })`
