"""reader [LIBRARY]: opens documents in the kiosk, drawn off screen, and turns their pages: from the touch to the page
seen at all, and seen at its own size."""
import json
import random

import measure


def chosen(bench, library, count):
    listed = json.loads(measure.run([bench.bin / 'mess-library', '--library', library, '--json', 'list'])['out'])
    ids = sorted(document['id'] for document in listed['documents'])
    return ids if len(ids) <= count else sorted(random.Random(7).sample(ids, count))


def measure_reader(bench, library=None, documents=200, turns=3):
    library = bench.library(library)
    ids = chosen(bench, library, documents)
    trace = bench.new_trace()
    run = measure.run([bench.bin / 'mess-bench', 'reader', library, trace, str(turns), *map(str, ids)])
    seen = {(phase, kind): [] for phase in ('open', 'turn') for kind in ('preview_ms', 'sharp_ms')}
    phase, blocks, frames, unfinished = '', [], [], 0
    for line in bench.lines(trace):
        if line['event'] == 'phase':
            phase = line['name']
            unfinished += phase == 'unfinished'
        elif line['event'] == 'page' and phase in ('open', 'turn'):
            for kind in ('preview_ms', 'sharp_ms'):
                if kind in line:
                    seen[phase, kind].append(line[kind])
        elif line['event'] == 'block':
            blocks.append(line['ms'])
        elif line['event'] == 'frame':
            frames.append(line['cpu_ms'])
    return {'documents': len(ids), **bench.ms('tap_to_preview', seen['open', 'preview_ms']),
            **bench.ms('tap_to_sharp', seen['open', 'sharp_ms']), **bench.ms('turn_to_preview', seen['turn', 'preview_ms']),
            **bench.ms('turn_to_sharp', seen['turn', 'sharp_ms']), **bench.ms('frame_cpu', frames),
            'ui_blocks_over_8_ms': len(blocks), 'ui_block_max_ms': max(blocks, default=0), 'unfinished': unfinished,
            'reader_cpu_s': round(run['cpu_s'], 2), 'reader_peak_memory_mb': round(run['peak_mb'], 1),
            **{f'peak_memory_mb_{name}': size for name, size in run['peak_mb_by_process'].items()}}
