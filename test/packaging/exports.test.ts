import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { specifiers } from '../../scripts/entries'
import { root } from './packed'

/** An action by what it does, everything else by what it is. */
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

it.each(specifiers)('%s exports what it is known to export', (specifier) => {
  // Node lets a package name itself; what it finds is the build.
  const names = execFileSync(process.execPath, ['--eval', DESCRIBE, specifier], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(names.trim().split('\n')).toMatchSnapshot()
})
