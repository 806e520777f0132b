/**
 * The functions that typed SQL may call besides those of the library: what an evaluator has use for, and nothing that
 * reads a file, a setting, a catalogue or another statement, or that makes large values out of nothing. A new function
 * of DuckDB is out until it is named here.
 */
export const allowedFunctions: ReadonlySet<string> = new Set(
  `
  + - * / // % ** ^ & | ~ << >> !__postfix @ || ->> ^@ && @> <@ <->
  ~~ !~~ ~~* !~~* ~~~ like_escape not_like_escape ilike_escape not_ilike_escape

  count count_star count_if countif any_value arbitrary first last min max min_by max_by arg_min arg_max argmin argmax
  arg_min_null arg_max_null sum fsum sumkahan kahan_sum product avg mean favg median mode mad quantile quantile_cont
  quantile_disc approx_quantile approx_count_distinct entropy kurtosis kurtosis_pop skewness sem geomean geometric_mean
  stddev stddev_pop stddev_samp variance var_pop var_samp covar_pop covar_samp corr regr_avgx regr_avgy regr_count
  regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy wavg weighted_avg bool_and bool_or bit_and bit_or bit_xor
  list array_agg string_agg group_concat listagg histogram histogram_exact

  row_number rank dense_rank rank_dense percent_rank cume_dist ntile lag lead first_value last_value nth_value fill

  abs sign signbit ceil ceiling floor round round_even roundbankers trunc even mod fmod fdiv divide add subtract multiply
  sqrt cbrt pow power exp ln log log2 log10 pi degrees radians sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh
  atanh cot gamma lgamma factorial gcd greatest_common_divisor lcm least_common_multiple greatest least isnan isinf
  isfinite nextafter random xor bit_count equi_width_bins nullif constant_or_null

  length len strlen char_length character_length length_grapheme lower lcase upper ucase trim ltrim rtrim lpad rpad left
  right left_grapheme right_grapheme substring substr substring_grapheme replace translate reverse concat concat_ws
  contains starts_with ends_with prefix suffix position strpos instr ascii ord unicode chr split split_part string_split
  str_split string_to_array string_split_regex str_split_regex regexp_split_to_array regexp_matches regexp_full_match
  regexp_extract regexp_extract_all regexp_replace regexp_escape strip_accents nfc_normalize md5 sha256 hash
  levenshtein editdist3 damerau_levenshtein hamming mismatches jaccard jaro_similarity jaro_winkler_similarity
  icu_collate_sv icu_sort_key bar

  current_date today now current_localtimestamp get_current_timestamp date_add date_sub datesub date_diff datediff
  date_part datepart date_trunc datetrunc age last_day days_in_month make_date make_time make_timestamp strftime strptime
  try_strptime time_bucket timezone epoch epoch_ms to_timestamp year quarter month week weekofyear yearweek isoyear day
  dayofmonth dayofweek dayofyear isodow weekday dayname monthname century decade era millennium julian hour minute second
  millisecond microsecond to_years to_quarters to_months to_weeks to_days to_hours to_minutes to_seconds

  list_value list_pack array_value range generate_series unnest flatten list_append list_prepend array_append
  array_prepend list_cat list_concat array_cat array_concat list_contains list_has array_contains array_has list_has_all
  list_has_any array_has_all array_has_any list_distinct list_unique list_element list_extract array_extract array_slice
  list_slice list_filter array_filter filter list_transform array_transform list_apply apply list_reduce array_reduce
  reduce list_sort list_reverse_sort list_reverse array_sort array_length list_position list_indexof array_position
  list_intersect list_zip list_where list_select list_grade_up list_aggregate list_aggr list_any_value list_avg list_bool_and
  list_bool_or list_count list_entropy list_first list_last list_histogram list_kurtosis list_mad list_max list_median
  list_min list_mode list_product list_sem list_skewness list_stddev_pop list_stddev_samp list_string_agg list_sum
  list_var_pop list_var_samp array_to_string map map_contains map_entries map_extract map_extract_value map_from_entries
  map_keys map_values element_at cardinality row struct_pack struct_extract struct_extract_at struct_insert struct_keys
  struct_values struct_concat remap_struct union_value union_extract union_tag

  json json_array json_array_length json_contains json_exists json_extract json_extract_path json_extract_path_text
  json_extract_string json_group_array json_group_object json_keys json_object json_quote json_structure json_type
  json_valid json_value to_json array_to_json row_to_json

  typeof pg_typeof enum_range enum_first enum_last enum_code format_type
  `
    .trim()
    .split(/\s+/),
);

/** Functions that stand where a table stands. */
export const allowedTableFunctions: ReadonlySet<string> = new Set(["range", "generate_series", "unnest"]);
