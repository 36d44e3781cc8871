/** Plugins of the build for WeChat, where all packages are inlined. */
const { mkdirSync, renameSync } = require('node:fs')
const { dirname, join } = require('node:path')
const { transform } = require('esbuild')
const { minify } = require('terser')
const { version: terserVersion } = require('terser/package.json')
const { cachedRender } = require('./render-cache.js')

/** Where everything is inlined, one copy of fp-ts: the sources name the one that plain Node can load. */
const fpTsAsModules = () => ({
  name: 'fp-ts-as-modules',
  resolveId(source, importer, options) {
    return source.startsWith('fp-ts/lib/')
      ? this.resolve(source.replace('/lib/', '/es6/'), importer, options)
      : null
  },
})

/**
 * crypto-js looks for a source of random numbers wherever a browser or Node would have one. A mini-program has none of
 * these places, and nothing that we use of crypto-js needs random numbers.
 */
const withoutRandomSource = () => {
  const nowhere = ['window', 'self', 'global', 'globalThis'].map((name) => [name, 'undefined'])
  return {
    name: 'without-random-source',
    transform: (code, id) =>
      /\/crypto-js\/core\.js$/.test(id)
        ? transform(code, { define: Object.fromEntries(nowhere), sourcemap: true })
        : null,
  }
}

/** io-ts is one file of many classes, which a bundler keeps unless their functions are marked as pure. */
const withoutUnusedClasses = () => ({
  name: 'without-unused-classes',
  transform: (code, id) =>
    id.includes('/io-ts/')
      ? { code: code.replaceAll('/** @class */ (function', '/*#__PURE__*/ (function'), map: null }
      : null,
})

/** Of terser. */
const minifyOptions = { ecma: 2017, toplevel: true, compress: { passes: 2 }, sourceMap: true }

/** WeChat counts the bytes of the files before it minifies them. */
const minified = () =>
  cachedRender({
    name: 'minified',
    version: [terserVersion, minifyOptions],
    folder: '.cache/rollup/wechat/minified',
    render: async (code) => {
      const { code: shorter, map } = await minify(code, minifyOptions)
      return { code: shorter, map: JSON.parse(map) }
    },
  })

/** The maps stand beside the folder, which WeChat takes as it is. */
const mapsApart = () => ({
  name: 'maps-apart',
  writeBundle: ({ dir }, bundle) => {
    for (const file of Object.keys(bundle).filter((name) => name.endsWith('.map'))) {
      const target = join('miniprogram_maps', file)
      mkdirSync(dirname(target), { recursive: true })
      renameSync(join(dir, file), target)
    }
  },
})

module.exports = { fpTsAsModules, mapsApart, minified, withoutRandomSource, withoutUnusedClasses }
