import { useData } from 'vitepress'
import { type ComputedRef, computed } from 'vue'

/** The words of the parts that this site adds to VitePress. */
interface Words {
  readonly run: string
  readonly runAgain: string
  readonly running: string
  readonly output: string
  readonly noOutput: string
  readonly missingPage: string
  readonly otherLanguage: string
  readonly home: string
}

const en: Words = {
  run: 'Run',
  runAgain: 'Run again',
  running: 'Running …',
  output: 'Output',
  noOutput: 'It ran without output.',
  missingPage: 'There is no such page.',
  otherLanguage: '中文',
  home: 'Home',
}

const zh: Words = {
  run: '运行',
  runAgain: '再次运行',
  running: '运行中…',
  output: '输出',
  noOutput: '已运行，没有输出。',
  missingPage: '没有此页面，或此页面尚未翻译。',
  otherLanguage: '英文页面',
  home: '首页',
}

/** In the language of the page. */
export const useWords = (): ComputedRef<Words> => {
  const { lang } = useData()
  return computed(() => (lang.value.startsWith('zh') ? zh : en))
}
