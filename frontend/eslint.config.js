import { readdirSync } from 'node:fs'
import js from '@eslint/js'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import tseslint from 'typescript-eslint'

/*
 * The walls. Lower layers know nothing of higher ones, and features know nothing of each other:
 * app > features > components > realtime > session > api > lib. Pages in src/app join features together.
 */
const layers = ['lib', 'api', 'session', 'realtime', 'components', 'features', 'app']

/** @param {string} files @param {{ regex: string, message: string }[]} patterns */
function wall(files, patterns) {
  return {
    files: [files],
    ignores: ['**/*.test.{ts,tsx}'],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  }
}

const upwards = layers.slice(0, -1).map((layer, index) =>
  wall(`src/${layer}/**/*.{ts,tsx}`, [
    {
      regex: `^@/(${layers.slice(index + 1).join('|')})(/|$)`,
      message: `src/${layer} must not know the layers above it.`,
    },
  ]),
)

const sideways = readdirSync('src/features').map((feature) =>
  wall(`src/features/${feature}/**/*.{ts,tsx}`, [
    {
      regex: `^@/features/(?!${feature}(/|$))`,
      message: 'Features do not import each other. Join them on a page in src/app/pages.',
    },
    { regex: '^@/app(/|$)', message: 'Features must not know the app.' },
    { regex: String.raw`^(\.\./){2,}`, message: 'Leave the feature by @/, not by ../..' },
  ]),
)

export default tseslint.config(
  { ignores: ['dist', 'coverage', 'src/api/schema.d.ts'] },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  reactHooks.configs.flat.recommended,
  jsxA11y.flatConfigs.strict,
  {
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // Guards throw redirects and not-found markers, as the router asks.
      '@typescript-eslint/only-throw-error': 'off',
      // Nothing here is compiled by the React compiler, so what it cannot memoize does not matter.
      'react-hooks/incompatible-library': 'off',
      // A region that scrolls must be reachable by keyboard.
      // A table that is laid out as a grid says what it is, or some browsers take it for a heap of boxes.
      'jsx-a11y/no-redundant-roles': [
        'error',
        { table: ['table'], thead: ['rowgroup'], tbody: ['rowgroup'] },
      ],
      'jsx-a11y/no-interactive-element-to-noninteractive-role': ['error', { tr: ['row'], td: ['cell'] }],
      'jsx-a11y/label-has-associated-control': ['error', { controlComponents: ['Checkbox'] }],
      'jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['region', 'tabpanel'], tags: [] }],
      'max-lines': ['error', { max: 300, skipBlankLines: false }],
      complexity: ['error', 15],
    },
  },
  { files: ['scripts/**', 'journeys/**', '*.js', '*.ts'], languageOptions: { globals: globals.node } },
  { files: ['**/*.js'], ...tseslint.configs.disableTypeChecked },
  {
    files: ['**/*.test.{ts,tsx}', 'src/test/**'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  ...upwards,
  ...sideways,
)
