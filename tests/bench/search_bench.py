"""search [LIBRARY]: complete answers (documents, pages, snippets, facets) inside one process, the time from a key press to
its results on the screen, and from results to the lines cut from the pages of the first five, drawn off screen by the
processor."""
import json

import measure
import peers


def measure_search(bench, library=None, rounds=10, with_peers=False):
    library = bench.library(library)
    queries = bench.here / 'queries.txt'
    run = measure.run([bench.bin / 'mess-bench', 'search', library, queries, str(rounds + 1)])
    answers = [json.loads(line) for line in run['out'].splitlines()]
    out = {**bench.ms('query_first', [a['ms'] for a in answers if a['round'] == 0]),
           **bench.ms('query', [a['ms'] for a in answers if a['round'] > 0])}
    out['queries_with_results'] = sum(a['total'] > 0 for a in answers if a['round'] == 0)
    out['search_peak_memory_mb'] = round(run['peak_mb'], 1)
    process = [measure.run([bench.bin / 'mess-library', '--library', library, '--json', 'search', '--', q])['wall_s'] * 1000
               for q in queries.read_text(encoding='utf8').splitlines() if q]
    out |= bench.ms('search_process', process)
    out |= typing(bench, library, queries)
    out |= prefixes(bench, library)
    out |= cuts(bench, library, queries)
    if with_peers and (times := peers.recollq(bench.work, queries.read_text(encoding='utf8').splitlines())):
        out |= bench.ms('recollq', times)
    return out


def typing(bench, library, queries):
    trace = bench.new_trace()
    run = measure.run([bench.bin / 'mess-bench', 'typing', library, trace, queries])
    phase, results, frames, blocks, dropped = '', [], [], [], None
    for line in bench.lines(trace):
        if line['event'] == 'phase':
            phase, dropped = line['name'], line.get('count', dropped)
        elif line['event'] == 'results' and phase == 'key':
            results.append(line['since_request_ms'])
        elif line['event'] == 'frame' and phase in ('key', 'fast') and 'input_ms' in line:
            frames.append(line['input_ms'])
        elif line['event'] == 'block' and phase in ('key', 'fast'):
            blocks.append(line['ms'])
    return {**bench.ms('key_to_results', results), **bench.ms('key_to_letter', frames), 'ui_blocks_over_8_ms': len(blocks),
            'ui_block_max_ms': max(blocks, default=0), 'queries_with_dropped_letters': dropped,
            'kiosk_peak_memory_mb': round(run['peak_mb'], 1)}


def prefixes(bench, library):
    """Results and suggestions for every beginning of one to three letters that occurs."""
    run = measure.run([bench.bin / 'mess-bench', 'prefixes', library])
    first, *presses = [json.loads(line) for line in run['out'].splitlines()]
    return {**bench.ms('prefix', [press['ms'] for press in presses]),
            **bench.ms('prefix_cpu', [press['cpu_ms'] for press in presses]),  # the same on a busy machine
            'prefix_first_key_ms': round(first['ms'], 2)}


def cuts(bench, library, queries):
    """From the frame that shows the results to the last cut of the first five, and to each of them."""
    trace = bench.new_trace()
    run = measure.run([bench.bin / 'mess-bench', 'results', library, trace, queries])
    phase, last, each, unfinished = '', [], [], 0
    for line in bench.lines(trace):
        if line['event'] == 'phase':
            phase = line['name']
            unfinished += phase == 'unfinished'
            if phase == 'results':
                last.append(0)
        elif line['event'] == 'picture' and line['kind'] == 'cut' and phase == 'results':
            each.append(line['since_request_ms'])
            last[-1] = max(last[-1], line['since_request_ms'])
    return {**bench.ms('cut', each), **bench.ms('cuts', [ms for ms in last if ms]), 'cuts_unfinished': unfinished,
            'cuts_peak_memory_mb': round(run['peak_mb'], 1)}
