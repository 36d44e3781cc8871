import { useRoute } from 'vitepress'
import { defineComponent, h } from 'vue'
import { inOtherLanguage } from '../../pages/other-language'
import { useWords } from './words'

/** Shown for an address without a page. The switch of languages leads here from a page without a translation. */
export const missingPage = defineComponent({
  name: 'MissingPage',
  setup: () => {
    const words = useWords()
    const { path } = useRoute()
    return () =>
      h('main', { class: 'missing-page' }, [
        h('h1', words.value.missingPage),
        h('a', { href: inOtherLanguage(path) }, words.value.otherLanguage),
        ' · ',
        h('a', { href: '/' }, words.value.home),
      ])
  },
})
