import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { specifiers } from '../../scripts/entries'
import { root } from './packed'

/** Describes an action by its safety class and name, and any other export by its kind. */
const DESCRIBE = `
  const kindOf = (value) => {
    if (Array.isArray(value)) return 'array'
    if (typeof value === 'function')
      return /^class\\b/.test(Function.prototype.toString.call(value)) ? 'class' : 'function'
    if (typeof value !== 'object') return typeof value
    if (typeof value.safety === 'string') return value.safety + ' action ' + value.name
    return 'object of ' + Object.keys(value).length
  }
  const module = require(process.argv[1])
  for (const name of Object.keys(module).sort()) console.log(name + ': ' + kindOf(module[name]))`

it.each(specifiers)('%s exports exactly the names in the snapshot', (specifier) => {
  // A package can import itself by name in Node, which loads the build.
  const names = execFileSync(process.execPath, ['--eval', DESCRIBE, specifier], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(names.trim().split('\n')).toMatchSnapshot()
})
