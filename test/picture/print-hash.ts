import { createHash } from 'node:crypto';

import { createPainter } from '../../src/picture/create-painter.ts';
import { aStaircase } from './a-staircase.ts';

/** Run as a process of its own: prints the hash of a painted picture. */
const png = await createPainter().paint(aStaircase());
process.stdout.write(createHash('sha256').update(png).digest('hex'));
